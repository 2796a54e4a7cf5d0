(** The equations of likelihood/training-tips, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** two-weight-error: 16710e0041174dc1 *)
Theorem two_weight_error
    (R : comUnitRingType)
    (e : R)
    (theta : 'cV[R]_2)
    (eta : R)
    (e_is : e = (((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1))) :
  ((((theta (lift ord0 ord0) 0) + (- (e * eta * (theta ord0 0)))) * ((theta ord0 0) + (- (e * eta * (theta (lift ord0 ord0) 0))))) + (- 1)) = (e * (1 + (e * (eta ^+ 2) * (1 + e)) + (- (eta * (sqn theta))))) :> R.
Proof. prove. Qed.

(** two-weight-balance: bb32de7af4942026 *)
Theorem two_weight_balance
    (R : comUnitRingType)
    (e : R)
    (eta : R)
    (theta : 'cV[R]_2) :
  ((((theta ord0 0) + (- (e * eta * (theta (lift ord0 ord0) 0)))) ^+ 2) + (- (((theta (lift ord0 ord0) 0) + (- (e * eta * (theta ord0 0)))) ^+ 2))) = ((1 + (- ((e ^+ 2) * (eta ^+ 2)))) * (((theta ord0 0) ^+ 2) + (- ((theta (lift ord0 ord0) 0) ^+ 2)))) :> R.
Proof. prove. Qed.

(** early-stopping-filter: 5c131b25b8d2e305 *)
Theorem early_stopping_filter
    (R : comUnitRingType)
    (t : nat)
    (x : R)
    (beta : R)
    (eta : R)
    (lambda : R)
    (x_is : x = (beta * (1 + (- ((1 + (- (eta * lambda))) ^+ t))))) :
  (x + (- (eta * lambda * (x + (- beta))))) = (beta * (1 + (- ((1 + (- (eta * lambda))) ^+ (t + 1))))) :> R.
Proof. prove. Qed.

Print Assumptions two_weight_error.
Print Assumptions two_weight_balance.
Print Assumptions early_stopping_filter.
