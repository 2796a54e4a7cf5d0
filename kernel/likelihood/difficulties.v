(** The equations of likelihood/difficulties, proved by Coq's kernel for every size.

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

(** offset-feature: 8d7d22068562abab *)
Theorem offset_feature
    (R : comUnitRingType)
    (G : 'M[R]_2)
    (m : R)
    (s : R)
    (G_is : G = (@rows R 2 2 [:: [:: 1; m]; [:: m; ((m ^+ 2) + (s ^+ 2))]]))
    (unit : ((\det G) : R) \is a GRing.unit)
    (unit_2 : (s : R) \is a GRing.unit) :
  ((\det G)^-1 * ((\tr G) ^+ 2)) = ((s^-1 ^+ 2) * ((1 + (m ^+ 2) + (s ^+ 2)) ^+ 2)) :> R.
Proof. prove. Qed.

(** saddle-escape, line 1: a1b2146b1529320e *)
Theorem saddle_escape_line_1
    (R : comUnitRingType)
    (eps : R)
    (theta : 'cV[R]_2)
    (d_theta : 'cV[R]_2)
    (f : R)
    (eta : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (f_is : f = ((1 / 2%:R) * ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) ^+ 2))) :
  (((1 / 2%:R) * (((((theta + eps *: d_theta) ord0 0) * ((theta + eps *: d_theta) (lift ord0 ord0) 0)) + (- 1)) ^+ 2)) = f + eps * dot ((@rows R 2 1 [:: [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta ord0 0))]])) d_theta) /\
  ((dot (const_mx 1 : 'cV[R]_2) (((- eta) *: ((@rows R 2 1 [:: [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta ord0 0))]]))) + theta)) = ((theta ord0 0) + (theta (lift ord0 ord0) 0) + (- (eta * (((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * ((theta ord0 0) + (theta (lift ord0 ord0) 0))))) :> R).
Proof. prove. Qed.

(** saddle-escape, line 2: 55be0ca116d77b0b *)
Theorem saddle_escape_line_2
    (R : comUnitRingType)
    (eta : R)
    (theta : 'cV[R]_2) :
  ((theta ord0 0) + (theta (lift ord0 ord0) 0) + (- (eta * (((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * ((theta ord0 0) + (theta (lift ord0 ord0) 0))))) = ((1 + (eta * (1 + (- ((theta ord0 0) * (theta (lift ord0 ord0) 0)))))) * ((theta ord0 0) + (theta (lift ord0 ord0) 0))) :> R.
Proof. prove. Qed.

(** saddle-approach: f77748e0165b2e01 *)
Theorem saddle_approach
    (R : comUnitRingType)
    (eps : R)
    (theta : 'cV[R]_2)
    (d_theta : 'cV[R]_2)
    (f : R)
    (eta : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (f_is : f = ((1 / 2%:R) * ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) ^+ 2))) :
  (((1 / 2%:R) * (((((theta + eps *: d_theta) ord0 0) * ((theta + eps *: d_theta) (lift ord0 ord0) 0)) + (- 1)) ^+ 2)) = f + eps * dot ((@rows R 2 1 [:: [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta ord0 0))]])) d_theta) /\
  ((dot (@rows R 2 1 [:: [:: 1]; [:: (- 1)]]) (((- eta) *: ((@rows R 2 1 [:: [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta ord0 0))]]))) + theta)) = ((1 + (- (eta * (1 + (- ((theta ord0 0) * (theta (lift ord0 ord0) 0))))))) * ((theta ord0 0) + (- (theta (lift ord0 ord0) 0)))) :> R).
Proof. prove. Qed.

(** two-layer-hessian: 0d516912a472927b *)
Theorem two_layer_hessian
    (R : comUnitRingType)
    (eps : R)
    (theta : 'cV[R]_2)
    (d_theta : 'cV[R]_2)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit) :
  (((1 / 2%:R) * (((((theta + eps *: d_theta) ord0 0) * ((theta + eps *: d_theta) (lift ord0 ord0) 0)) + (- 1)) ^+ 2)) = ((1 / 2%:R) * ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) ^+ 2)) + eps * dot ((@rows R 2 1 [:: [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta ord0 0))]])) d_theta) /\
  (((@rows R 2 1 [:: [:: (((((theta + eps *: d_theta) ord0 0) * ((theta + eps *: d_theta) (lift ord0 ord0) 0)) + (- 1)) * ((theta + eps *: d_theta) (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: (((((theta + eps *: d_theta) ord0 0) * ((theta + eps *: d_theta) (lift ord0 ord0) 0)) + (- 1)) * ((theta + eps *: d_theta) ord0 0))]])) = ((@rows R 2 1 [:: [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta (lift ord0 ord0) 0))]; [:: 0]]) + (@rows R 2 1 [:: [:: 0]; [:: ((((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * (theta ord0 0))]])) + eps *: ((@rows R 2 2 [:: [:: ((theta (lift ord0 ord0) 0) ^+ 2); ((2%:R * (theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1))]; [:: ((2%:R * (theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)); ((theta ord0 0) ^+ 2)]]) *m d_theta)).
Proof. prove. Qed.

(** cliff-slope: 0598a95be58d8b42 *)
Theorem cliff_slope
    (R : comUnitRingType)
    (T : nat)
    (eps : R)
    (w : R)
    (c : R)
    (small : eps * eps = 0)
    (positive : (0 < T)%N)
    (unit : (2%:R : R) \is a GRing.unit) :
  ((1 / 2%:R) * ((((w + eps) ^+ T) + (- c)) ^+ 2)) = ((1 / 2%:R) * (((w ^+ T) + (- c)) ^+ 2)) + eps * (T%:R * (w ^+ (T - 1)) * ((w ^+ T) + (- c))).
Proof. prove. Qed.

(** gradient-length-with-noise: 57265198d8bd3dfe *)
Theorem gradient_length_with_noise
    (R : comUnitRingType)
    (d : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (g : 'cV[R]_d)
    (epsilon_1 : 'cV[Random]_d)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon_1 : forall i_, E (epsilon_1 i_ 0) = 0)
    (moment_of_epsilon_1 : forall i_ j_, E (epsilon_1 i_ 0 * epsilon_1 j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E (sqn ((sure Random g) + epsilon_1))) = ((d%:R * (sigma ^+ 2)) + (sqn g)) :> R.
Proof. prove. Qed.

(** difference-of-two-batches: 4632899456f6b74a *)
Theorem difference_of_two_batches
    (R : comUnitRingType)
    (d : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (epsilon_2 : 'cV[Random]_d)
    (epsilon_1 : 'cV[Random]_d)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon_2 : forall i_, E (epsilon_2 i_ 0) = 0)
    (moment_of_epsilon_2 : forall i_ j_, E (epsilon_2 i_ 0 * epsilon_2 j_ 0) = (sigma ^+ 2) *+ (i_ == j_))
    (independent : forall i_ k_, E (epsilon_2 i_ 0 * epsilon_1 k_ 0) = E (epsilon_2 i_ 0) * E (epsilon_1 k_ 0))
    (mean_of_epsilon_1 : forall i_, E (epsilon_1 i_ 0) = 0)
    (moment_of_epsilon_1 : forall i_ j_, E (epsilon_1 i_ 0 * epsilon_1 j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E (sqn (epsilon_1 + (- epsilon_2)))) = (2%:R * d%:R * (sigma ^+ 2)) :> R.
Proof. prove. Qed.

(** noisy-saddle-variance: 103580086fe6b765 *)
Theorem noisy_saddle_variance
    (R : comUnitRingType)
    (k : nat)
    (eta : R)
    (sigma : R)
    (mu : R)
    (unit : ((((1 + (eta * mu)) ^+ 2) + (- 1)) : R) \is a GRing.unit) :
  (\sum_(j < k) ((eta ^+ 2) * (sigma ^+ 2) * ((1 + (eta * mu)) ^+ (2 * j)))) = ((eta ^+ 2) * (sigma ^+ 2) * (((1 + (eta * mu)) ^+ 2) + (- 1))^-1 * (((1 + (eta * mu)) ^+ (2 * k)) + (- 1))) :> R.
Proof. prove. Qed.

(** flat-saddle-step: 8d0c52e9aa404ecd *)
Theorem flat_saddle_step
    (R : comUnitRingType)
    (y : R)
    (eta : R)
    (unit : ((y + (- (eta * (y ^+ 2)))) : R) \is a GRing.unit)
    (unit_2 : (y : R) \is a GRing.unit)
    (unit_3 : ((1 + (- (eta * y))) : R) \is a GRing.unit) :
  (y + (- (eta * (y ^+ 2))))^-1 = (y^-1 + (eta * (1 + (- (eta * y)))^-1)) :> R.
Proof. prove. Qed.

Print Assumptions offset_feature.
Print Assumptions saddle_escape_line_1.
Print Assumptions saddle_escape_line_2.
Print Assumptions saddle_approach.
Print Assumptions two_layer_hessian.
Print Assumptions cliff_slope.
Print Assumptions gradient_length_with_noise.
Print Assumptions difference_of_two_batches.
Print Assumptions noisy_saddle_variance.
Print Assumptions flat_saddle_step.
