(** The equations of calculus/numerical-derivatives, proved by Coq's kernel for every size.

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

(** separate-draws: 5f9a5e319a8a1367 *)
Theorem separate_draws
    (R : comUnitRingType)
    (b : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (h : R)
    (Y : 'I_b -> Random)
    (X : 'I_b -> Random)
    (nu : R)
    (sigma : R)
    (mu : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (h : R) \is a GRing.unit)
    (unit_2 : (b%:R : R) \is a GRing.unit)
    (mean_of_Y : forall i_, E (Y i_) = nu)
    (moment_of_Y : forall i_ j_, E (Y i_ * Y j_) = nu * nu + (sigma ^+ 2) *+ (i_ == j_))
    (independent : forall i_ k_, E (Y i_ * X k_) = E (Y i_) * E (X k_))
    (mean_of_X : forall i_, E (X i_) = mu)
    (moment_of_X : forall i_ j_, E (X i_ * X j_) = mu * mu + (sigma ^+ 2) *+ (i_ == j_)) :
  ((E (((h^-1)%:A * (b%:R^-1)%:A * ((((- 1))%:A * (\sum_(j < b) (Y j))) + (\sum_(j_2 < b) (X j_2)))) ^+ 2)) + (- ((E ((h^-1)%:A * (b%:R^-1)%:A * ((((- 1))%:A * (\sum_(j_3 < b) (Y j_3))) + (\sum_(j_4 < b) (X j_4))))) ^+ 2))) = (2%:R * (h^-1 ^+ 2) * (sigma ^+ 2) * b%:R^-1) :> R.
Proof. prove. Qed.

Print Assumptions separate_draws.
